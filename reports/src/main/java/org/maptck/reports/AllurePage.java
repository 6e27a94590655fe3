package org.maptck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.maptck.json.Json;

/// The page of one file that Allure makes, and the data inside it by the names of their files.
record AllurePage(String text, Map<String, String> data) {
    private static final String BEGIN = "<script";
    private static final String END = "</script>";
    private static final String LOADS_DATA = "Promise.allSettled([";
    private static final Pattern ANALYTICS =
            Pattern.compile("googletagmanager|google-analytics|gtag\\(");
    private static final Pattern DATUM = Pattern.compile("d\\('([^']+)','([A-Za-z0-9+/=]*)'\\)");

    static AllurePage read(Path file) throws IOException {
        String text = Files.readString(file);
        var data = new LinkedHashMap<String, String>();
        var found = DATUM.matcher(text);
        while (found.find()) {
            byte[] content = Base64.getDecoder().decode(found.group(2));
            data.put(found.group(1), new String(content, UTF_8));
        }
        return new AllurePage(text, data);
    }

    /// The page with its data packed, without the scripts that report to a third party who reads
    /// it.
    String small() throws IOException {
        var small = new StringBuilder();
        int done = 0;
        for (int start = text.indexOf(BEGIN); start >= 0; start = text.indexOf(BEGIN, done)) {
            int end = text.indexOf(END, start) + END.length();
            small.append(text, done, start).append(script(text.substring(start, end)));
            done = end;
        }
        return small.append(text, done, text.length()).toString();
    }

    private String script(String script) throws IOException {
        if (script.contains(LOADS_DATA)) {
            return "<script>\n" + unpacking() + END;
        }
        return ANALYTICS.matcher(script).find() ? "" : script;
    }

    private String unpacking() throws IOException {
        String packed =
                Packed.of(
                        Json.write(out -> {
                            out.open();
                            data.forEach((name, content) -> out.name(name).text(content));
                            out.close();
                        }));
        return Resource.text("allure.js").replace("PACKED", packed);
    }
}
