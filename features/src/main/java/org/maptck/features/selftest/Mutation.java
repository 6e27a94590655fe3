package org.maptck.features.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One mutant of a report of PIT.
///
/// @param type the class, without its package
/// @param kind what was done to the code, as in `Math`
public record Mutation(String type, String method, int line, String kind, boolean killed) {
    private static final String SUFFIX = "Mutator";

    /// The mutants of a report in XML, in the order of the code.
    ///
    /// @throws IOException also for a file that is no such report
    public static List<Mutation> read(Path report) throws IOException {
        var mutations = new ArrayList<Mutation>();
        try (InputStream in = Files.newInputStream(report)) {
            var reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("mutation")) {
                    mutations.add(mutation(reader));
                }
            }
        } catch (XMLStreamException wrong) {
            throw new IOException(report + ": " + wrong.getMessage(), wrong);
        }
        mutations.sort(
                Comparator.comparing(Mutation::type)
                        .thenComparingInt(Mutation::line)
                        .thenComparing(Mutation::kind));
        return mutations;
    }

    private static Mutation mutation(XMLStreamReader reader) throws XMLStreamException {
        boolean killed = Boolean.parseBoolean(reader.getAttributeValue(null, "detected"));
        Map<String, String> fields = new HashMap<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            fields.put(reader.getLocalName(), text(reader));
        }
        return new Mutation(
                lastWord(fields.getOrDefault("mutatedClass", "")),
                fields.getOrDefault("mutatedMethod", ""),
                Integer.parseInt(fields.getOrDefault("lineNumber", "0")),
                lastWord(fields.getOrDefault("mutator", "")).replace(SUFFIX, ""),
                killed);
    }

    /// The text of an element, and of those in it.
    private static String text(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                default -> {}
            }
        }
        return text.toString();
    }

    private static String lastWord(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    /// Class, method and kind.
    String place() {
        return type + "." + method + " " + kind;
    }
}
