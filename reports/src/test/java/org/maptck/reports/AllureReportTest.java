package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

final class AllureReportTest {
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([a-z]+)\"");
    private static final Pattern HISTORY = Pattern.compile("\"historyId\":\"([^\"]+)\"");

    @TempDir private Path folder;

    @Test
    void resultsKeepTheirVerdictsAndTheReportCallsNobody() throws IOException {
        Path file = new AllureReport().render(Example.results(), folder);
        var tests = tests();
        assertEquals(
                List.of(
                        "broken", "failed", "failed", "passed", "passed", "passed", "passed",
                        "passed", "skipped", "skipped"),
                tests.stream().map(it -> first(STATUS, it)).sorted().toList());
        assertEquals(10, tests.stream().map(it -> first(HISTORY, it)).distinct().count());
        assertTrue(tests.stream().allMatch(it -> it.contains("\"name\":\"adapter\"")));
        String page = Files.readString(file);
        assertFalse(page.contains("googletagmanager") || page.contains("gtag("));
        assertTrue(page.contains("Allure Report"));
        assertEquals(
                List.of("allure-history", "allure-results", "allure.html"),
                List.of(folder.toFile().list()).stream().sorted().toList());
    }

    @Test
    void aBrowserUnpacksTheReport() throws IOException {
        Path file = new AllureReport().render(Example.results(), folder);
        var browser = Browser.start();
        try {
            browser.get(file.toUri() + "#suites");
            var page = By.tagName("body");
            new WebDriverWait(browser, Duration.ofSeconds(30))
                    .until(_ -> browser.findElement(page).getText().contains("linux"));
            String suites = browser.findElement(page).getText();
            assertTrue(suites.contains("process:./x '<script>alert(1)</script>'"), suites);
        } finally {
            browser.quit();
        }
    }

    @Test
    void theReportKnowsTheRunsBeforeItAndCountsEachOnce() throws IOException {
        Path first = Files.createDirectory(folder.resolve("1"));
        Path second = Files.createDirectory(folder.resolve("2"));
        new AllureReport().render(Example.results(), first);
        assertEquals(1, runs(first));
        new AllureReport().render(later(), second);
        assertEquals(2, runs(second));
        new AllureReport().render(later(), second);
        assertEquals(2, runs(second));
    }

    private static Results later() {
        var header = Example.header();
        return new Results(
                new RunHeader(
                        header.tool(),
                        header.started().plusSeconds(60),
                        header.level(),
                        header.selection(),
                        header.subjects(),
                        header.notOffered(),
                        header.catalogue()),
                Example.results().results(),
                true);
    }

    private static int runs(Path run) throws IOException {
        String trend = Files.readString(run.resolve("allure-history/history-trend.json"));
        return trend.split("\"total\"", -1).length - 1;
    }

    private List<String> tests() throws IOException {
        try (var files = Files.list(folder.resolve("allure-results"))) {
            var results = files.filter(it -> it.toString().endsWith("-result.json")).toList();
            var texts = new java.util.ArrayList<String>();
            for (Path result : results) {
                texts.add(
                        Files.readString(result)
                                .replaceAll("\\s*\n\\s*", "")
                                .replace("\" : ", "\":"));
            }
            return texts;
        }
    }

    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }
}
