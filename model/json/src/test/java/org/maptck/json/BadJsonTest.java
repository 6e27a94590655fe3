package org.maptck.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'do':'close','map':'AA'}      | map 'AA', wanted a letter A to Z",
                "{'do':'close','map':null}      | map null, wanted a letter A to Z",
                "{'do':'close'}                 | map missing, wanted a value",
                "{'do':'close','map':'A','x':1} | x 1, wanted no such field",
                "{'do':'shut','map':'A'} | do 'shut', wanted the name of a command, as in lookup",
                "{'map':'A'}                    | do missing, wanted a value",
                "[]                             | a list of 0, wanted an object",
                "{'do':'race','callers':[{'do':'unmap','mapping':64}],'times':1} "
                        + "| callers[0].mapping 64, wanted a number from 0 to 63",
                "{'do':'delete','map':'A','key':'0'} "
                        + "| key '0', wanted a string of lower-case hex digits, two a byte",
                "{'do':'delete','map':'A','key':'0A'} "
                        + "| key '0A', wanted a string of lower-case hex digits, two a byte",
                "{'do':'lookup','map':'A','key':null,'flags':8} "
                        + "| flags 8, wanted a string of 0x and up to 16 hex digits",
                "{'do':'lookup','map':'A','key':null,'flags':'0x10000000000000000'} "
                        + "| flags '0x10000000000000000', wanted a string of 0x and up to 16 hex "
                        + "digits",
                "{'do':'protect','mapping':0,'protection':'rwr'} "
                        + "| protection 'rwr', wanted three of rwx or -, as in rw-",
                "{'do':'create','map':'A','type':'hash','value_size':8,'max_entries':1} "
                        + "| type 'hash', wanted one of [array, percpu_array, unknown]",
                "{'do':'create','map':'A','type':'array','value_size':4294967296,'max_entries':1} "
                        + "| value_size 4294967296, wanted a number from 0 to 4294967295",
                "{'do':'create','map':'A','type':'array','value_size':1.5,'max_entries':1} "
                        + "| value_size 1.5, wanted a number from 0 to 4294967295",
                "{'do':'close','map':'A','map':'B'} | map 'B', wanted no second field of that name",
            })
    void aCommandThatIsNoneSaysWhereAndWhatWasWanted(String text, String message) {
        refuses(Json.COMMAND, text, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'errno':'EFOO'}  | errno 'EFOO', wanted the name of an errno, as in EINVAL",
                "{'errno':'EINVAL','value':'00'}       | errno 'EINVAL', wanted no such field",
                "{'done':false}                        | done false, wanted true",
                "{'steps':[{'value':7}]} "
                        + "| steps[0].value 7, wanted a string of lower-case hex digits, two a byte",
                "{'steps':7}                           | steps 7, wanted a list",
                "{} | an object, wanted an outcome, with one of [value, done, room, buffer, printed, "
                        + "count, errno, returned, info, steps, visited, callers, unsupported]",
            })
    void anOutcomeThatIsNoneSaysWhereAndWhatWasWanted(String text, String message) {
        refuses(Json.OUTCOME, text, message);
    }

    @Test
    void aPlatformThatCannotBeSaysWhy() {
        refuses(
                Json.PLATFORM,
                "{'page_size':4095,'possible_cpus':[0],'online_cpus':[0],'word_size':8,"
                        + "'byte_order':'little','kernel':'6.18','memory':1}",
                "an object, wanted a platform: page size 4095, wanted a power of two");
    }

    @Test
    void aTraceNamesTheLine() {
        String good =
                "{\"command\":{\"do\":\"close\",\"map\":\"A\"},\"outcome\":{\"done\":true}}\n";
        var bad =
                assertThrows(
                        BadJson.class,
                        () ->
                                TraceLines.read(
                                        new StringReader(good + "\n" + good.replace("A", "AA"))));
        assertEquals("line 3: command.map 'AA', wanted a letter A to Z", bad.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "{, 2", "{}x, 3", "[1 2], 4", "{]}, 2"})
    void whatIsNotJsonNamesTheColumn(String text, int column) {
        var bad = assertThrows(BadJson.class, () -> Json.read(text));
        assertEquals("column " + column, bad.getMessage().replaceAll(":.*", ""));
        assertFalse(bad.getMessage().contains("\n"));
    }

    @Test
    void hostileTextIsShownShortAndHarmless() {
        var bad =
                assertThrows(
                        BadJson.class,
                        () -> Json.COMMAND.decode(Json.TEXT.encode("\u001b[31m" + "x".repeat(99))));
        assertEquals("'\\u001b[31m" + "x".repeat(35) + "...', wanted an object", bad.getMessage());
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThrows(BadJson.class, () -> Json.read("[".repeat(100_000)));
    }

    private static <T> void refuses(Form<T> form, String text, String message) {
        var bad = assertThrows(BadJson.class, () -> form.decode(Samples.json(text)));
        assertEquals(message, bad.getMessage());
    }
}
