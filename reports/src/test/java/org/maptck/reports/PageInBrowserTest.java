package org.maptck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The page as a browser shows it, of a run with every verdict and a hostile implementation.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PageInBrowserTest {
    private static final String ALL = "3 of 3 rules";

    @TempDir private static Path folder = Path.of("");
    private ChromeDriver browser;
    private String address = "";

    @BeforeAll
    void start() throws IOException {
        browser = Browser.start();
        address = new HtmlPage().render(Example.results(), folder).toUri().toString();
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void open() {
        Browser.emulate(browser, 1300, 900, "light");
        show("");
    }

    private void show(String fragment) {
        browser.get("about:blank");
        browser.get(address + fragment);
    }

    private WebElement at(String id) {
        return browser.findElement(By.id(id));
    }

    private List<String> shown() {
        return browser.findElements(By.cssSelector(".rule")).stream()
                .filter(WebElement::isDisplayed)
                .map(it -> String.valueOf(it.getDomAttribute("id")))
                .toList();
    }

    private void choose(String filter, String value) {
        new Select(at("f-" + filter)).selectByVisibleText(value);
    }

    private String text(String script) {
        return String.valueOf(browser.executeScript("return " + script));
    }

    @Test
    void searchShowsTheRulesThatHoldEveryWord() {
        at("f-text").sendKeys("deleted ELEMENT");
        assertEquals(List.of("array.delete"), shown());
        assertEquals("1 of 3 rules", at("f-count").getText());
        at("f-text").clear();
        at("f-text").sendKeys("nothing has these words");
        assertEquals(List.of(), shown());
    }

    @Test
    void filtersNarrowByLevelFaceVerdictAndImplementation() {
        choose("level", "observed");
        assertEquals(List.of("array.program.lookup"), shown());
        choose("level", "any");
        choose("face", "program");
        assertEquals(List.of("array.update.noexist", "array.program.lookup"), shown());
        choose("face", "any");
        choose("verdict", "fail");
        assertEquals(List.of("array.update.noexist"), shown());
        choose("by", "linux");
        assertEquals(List.of(), shown());
        browser.findElement(By.cssSelector("#filter button")).click();
        assertEquals(
                ALL,
                text(
                        "new Promise(r => setTimeout(() =>"
                                + " r(document.getElementById('f-count').textContent)))"));
        assertEquals(3, shown().size());
    }

    @Test
    void theMatrixIsFilteredLikeTheRules() {
        choose("verdict", "pass");
        var rows = browser.findElements(By.cssSelector("[data-rule]"));
        assertEquals(3, rows.size());
        assertEquals(1, rows.stream().filter(WebElement::isDisplayed).count());
    }

    @Test
    void aLinkLeadsToItsRuleEvenThroughAFilter() {
        choose("level", "observed");
        browser.executeScript("location.hash = 'array.delete'");
        assertEquals(
                "3 of 3 rules",
                text(
                        "new Promise(r => setTimeout(() =>"
                                + " r(document.getElementById('f-count').textContent), 50))"));
        assertTrue(at("array.delete").isDisplayed());
    }

    @Test
    void aLinkLeadsToItsScenarioAndOpensIt() {
        show("#array.delete/absent");
        var scenario = at("array.delete/absent");
        assertEquals("true", scenario.findElement(By.tagName("details")).getDomProperty("open"));
        assertEquals(
                "true",
                text(
                        "document.getElementById('array.delete/absent').getBoundingClientRect().top"
                                + " < innerHeight"));
    }

    @Test
    void theTraceOfAPassIsUnpackedWhereItIsAskedForAndPutAwayAgain() {
        var pass = at("array.update.noexist/any").findElement(By.className("evidence"));
        var button = pass.findElement(By.tagName("button"));
        assertEquals(0, pass.findElements(By.tagName("li")).size());
        button.click();
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(_ -> pass.findElements(By.tagName("li")).size() == 5);
        assertEquals("true", button.getDomAttribute("aria-expanded"));
        assertTrue(pass.getText().contains("update A key 00000000"));
        button.click();
        assertEquals(0, pass.findElements(By.tagName("li")).size());
    }

    @Test
    void everyLinkOfThePageLeadsSomewhere() {
        assertEquals(
                "",
                text(
                        "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a =>"
                                + " !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a"
                                + " => a.hash).join()"));
        assertEquals("0", text("document.querySelectorAll('a:not([href^=\"#\"])').length"));
    }

    @Test
    void theKeyboardReachesSkipLinkSearchAndFilters() {
        var page = browser.findElement(By.tagName("body"));
        page.sendKeys(Keys.TAB);
        assertEquals("Skip to the rules", focused().getText());
        assertTrue(focused().isDisplayed());
        focused().sendKeys("/");
        assertEquals("f-text", focused().getDomAttribute("id"));
        focused().sendKeys("outside", Keys.TAB);
        assertEquals(List.of("array.program.lookup"), shown());
        assertEquals("f-verdict", focused().getDomAttribute("id"));
    }

    private WebElement focused() {
        return browser.switchTo().activeElement();
    }

    @Test
    void darkAndLightDifferAndBothComeFromThePreference() {
        String light = paper();
        Browser.emulate(browser, 1300, 900, "dark");
        assertNotEquals(light, paper());
    }

    private String paper() {
        return text("getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void aNarrowScreenNeedsNoSidewaysScrolling() {
        Browser.emulate(browser, 400, 800, "light");
        assertEquals(
                "0",
                text(
                        "document.documentElement.scrollWidth -"
                                + " document.documentElement.clientWidth"));
    }

    @Test
    void aPrintedPageShowsAllStepsAndNoControls() {
        browser.executeCdpCommand("Emulation.setEmulatedMedia", java.util.Map.of("media", "print"));
        browser.executeScript("dispatchEvent(new Event('beforeprint'))");
        assertFalse(at("filter").isDisplayed());
        assertEquals(
                "0",
                text("document.querySelectorAll('.rule > section > details:not([open])').length"));
    }

    @Test
    void hostileTextIsShownAndNothingOfItRuns() {
        assertEquals("1", text("document.querySelectorAll('script:not(#traces)').length"));
        assertEquals(
                "0", text("document.querySelectorAll('img, iframe, object, .evidence i').length"));
        assertTrue(at("rules").getText().contains("<img src=x onerror=alert(1)>"));
        assertTrue(at("matrix").getText().contains("<script>alert(1)</script>"));
        assertEquals("0", text("performance.getEntriesByType('resource').length"));
    }

    @Test
    void thePicturesAreDrawnAndNamed() {
        var pictures = browser.findElements(By.cssSelector("figure svg[role=img]"));
        assertEquals(3, pictures.size());
        assertEquals("4", text("document.querySelectorAll('#picture-elements rect.data').length"));
        assertTrue(
                Objects.requireNonNull(pictures.getFirst().getDomAttribute("aria-label"))
                        .contains("16 bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axeFindsNothingSerious(String scheme) {
        Browser.emulate(browser, 1300, 900, scheme);
        var serious =
                new AxeBuilder()
                        .analyze(browser).getViolations().stream()
                                .filter(it ->
                                        List.of("serious", "critical").contains(it.getImpact()))
                                .map(PageInBrowserTest::finding)
                                .toList();
        assertEquals(List.of(), serious);
    }

    private static String finding(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }
}
