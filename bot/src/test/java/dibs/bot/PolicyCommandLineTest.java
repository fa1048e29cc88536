package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.cli.CommandLineWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dibs policy} and {@code dibs catalog} as scripts and people call them: arguments in; lines and an exit code out. */
class PolicyCommandLineTest {
    private static final Path OURS = Path.of("../docs/examples/cases.yaml");
    private static final String SAFE = """
            cases:
              - id: A
                question: may comm-central depend on comm-t-signing?
                consumer: comm-central
                environment: comm-t-signing
                access: depend-on
                expected: safe
                because: [R16]
            """;

    @TempDir
    private Path folder;

    private record Ran(int code, List<String> out, List<String> err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(String.join("\n", out));
        }
    }

    private static Ran run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int code = CommandLineWords.run(new Main(environment, to, errors), arguments);
            return new Ran(code, lines(out), lines(err));
        }
    }

    private static Ran run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private static List<String> lines(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Ran test(String cases, String... options) {
        String file = file("cases.yaml", cases).toString();
        return run(Stream.concat(Stream.of("policy", "test", file), Stream.of(options))
                .toArray(String[]::new));
    }

    // --- test ---

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--text"})
    void ourOwnCasesPassByTheirFieldsAndByTheirWords(String option) {
        Ran ran = run("policy", "test", OURS.toString(), option);
        assertThat(ran.code()).as(() -> ran.toString()).isZero();
    }

    @Test
    void theTableShowsWhatIsExpectedWhatCameAndTheRules() {
        Ran ran = test(SAFE);
        assertThat(ran.out())
                .containsExactly(
                        "case  expected  got   rules",
                        "A     safe      safe  R16    pass",
                        "",
                        "Unsafe and called safe: none.",
                        "1 of 1 pass, 0 differ.");
        assertThat(ran.code()).isZero();
    }

    @Test
    void everyDifferenceIsSaidAndTheExitCodeTellsIt() {
        Ran ran = test("""
                cases:
                  - id: wrong
                    question: may autoland depend on balrog-stage?
                    consumer: autoland
                    environment: balrog-stage
                    access: depend-on
                    expected: safe
                    because: [R7]
                    alternative: use archive-stage
                  - id: too-many
                    question: may autoland depend on autograph-stage?
                    consumer: autoland
                    environment: autograph-stage
                    access: depend-on
                    expected: unsafe
                    because: [R1]
                """);
        assertThat(ran.out())
                .containsSubsequence(
                        "      may autoland depend on balrog-stage?",
                        "      - it is unsafe",
                        "      - R7 is not cited",
                        "      - archive-stage is not among the alternatives",
                        "      may autoland depend on autograph-stage?",
                        "      - cited are also R3, R4, R5, and at most two more may be",
                        "0 of 2 pass, 2 differ.");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void anUnsafeOneThatIsCalledSafeIsNamed() {
        Ran ran = test(SAFE.replace("expected: safe", "expected: unsafe"));
        assertThat(ran.out()).contains("Unsafe and called safe: 1 (A).");
    }

    @Test
    void jsonIsOneArrayOnStandardOutput() {
        Ran ran = test(SAFE.replace("depend-on", "claim") + "    context: {lease: free}\n", "--json");
        assertThat(ran.code()).isEqualTo(1);
        JsonNode one = ran.json().get(0);
        assertThat(one.propertyNames())
                .containsExactly("id", "expected", "got", "because", "rules", "alternatives", "conditions", "pass");
        assertThat(one.get("got").asString()).isEqualTo("unsafe");
        assertThat(one.get("alternatives").toString()).contains("dev");
        assertThat(one.get("pass").asBoolean()).isFalse();
        assertThat(ran.err()).endsWith("0 of 1 pass, 1 differ.");
    }

    @Test
    void byTheWordsOthersCommandsAreLeftOutAndWhatIsNotUnderstoodIsSaid() {
        Ran ran = test("""
                cases:
                  - {id: claimed, question: /claim dev-signing, expected: safe}
                  - {id: bare, question: impact balrog-prod, expected: safe}
                  - {id: shouted, question: "!who-is-using dev", expected: safe}
                  - {id: down, question: "take comm-3-balrog down for 20 minutes", expected: conditional, because: [R15]}
                  - {id: riddle, question: "is the moon made of cheese?", expected: unknown}
                  - {id: mine, question: "may I push arbitrary code to dev-lando?", expected: safe, because: [R19],
                     context: {lease: mine}}
                """, "--text");
        assertThat(ran.out())
                .anyMatch(line -> line.matches("riddle +unknown +misunderstood +DIFFERS"))
                .anyMatch(line -> line.matches("mine +safe +safe .*pass"))
                .anyMatch(line -> line.matches("down +conditional +conditional .*pass"))
                .contains(
                        "The expected verdict: 2 of 3 (66 %). Misunderstood: 1.",
                        "Left out, since the question begins with another command: 3 (claimed, bare, shouted).",
                        "2 of 3 pass, 1 differ.");
    }

    @Test
    void whoAsksIsTheRoleOfTheCase() {
        String asked = """
                cases:
                  - {id: A, question: "may I push arbitrary code to dev-lando?", consumer: contributor,
                     expected: conditional, because: [R19, R24], context: {lease: mine}}
                """;
        assertThat(test(asked, "--text").code()).isZero();
    }

    @Test
    void theLoadedConfigurationCounts() {
        Path config = file("dibs.yaml", """
                policy:
                  revision: {by: ann, why: a test}
                  rules:
                    X1:
                      title: Not that
                      reason: "{environment} is shut."
                      says: [{forbid: {environment: {id: comm-t-signing}}}]
                """);
        String cases = file("cases.yaml", SAFE).toString();
        Ran set = run(Map.of("DIBS_CONFIG", config.toString()), "policy", "test", cases);
        Ran named = run("policy", "test", cases, "--config", config.toString());
        assertThat(set.out()).contains("      - it is unsafe").isEqualTo(named.out());
    }

    static List<Arguments> faults() {
        return List.of(
                Arguments.of("cases: [", "is not YAML"),
                Arguments.of("rules: []", ":1: a file of cases has no key rules"),
                Arguments.of("cases: {}", ":1: a file of cases has a list cases"),
                Arguments.of("cases: []", ":1: cases is empty"),
                Arguments.of("cases: [a]", ":1: a case has keys such as"),
                Arguments.of(SAFE + SAFE.substring(SAFE.indexOf('\n') + 1), ":9: A is here a second time, after "),
                Arguments.of(
                        SAFE.replace("expected", "expectd"), ":7: a case has no key expectd (did you mean expected?)"),
                Arguments.of(SAFE.replace("    expected: safe\n", ""), ":2: a case needs expected"),
                Arguments.of(SAFE.replace("id: A", "id: ''"), ":2: a case needs id"),
                Arguments.of(
                        SAFE.replace("expected: safe", "expected: save"),
                        ":7: there is no answer \"save\" (did you mean safe?): write one of safe, unsafe"),
                Arguments.of(SAFE.replace("depend-on", "depend-upon-it"), ":6: there is no access \"depend-upon-it\""),
                Arguments.of(SAFE.replace("[R16]", "R16"), ":8: because is a list of texts"),
                Arguments.of(SAFE.replace("[R16]", "[[R16]]"), ":8: an item of because is a text"),
                Arguments.of(SAFE.replace("comm-central\n", "[comm-central]\n"), ":4: consumer is a text"),
                Arguments.of(SAFE + "    note: " + "x".repeat(2_001), ":9: note is longer than 2000 characters"),
                Arguments.of(SAFE + "    \"\\e[31mred\": x", ":9: a case has no key  [31mred: remove it"),
                Arguments.of(
                        SAFE + "    " + "k".repeat(900) + ": x",
                        ":9: a case has no key " + "k".repeat(60) + "…: remove"),
                Arguments.of(SAFE + "    context: mine", ":9: context holds facts by name"),
                Arguments.of(
                        SAFE + "    context:\n      leese: mine",
                        ":10: there is no fact \"leese\" (did you mean lease?)"),
                Arguments.of(SAFE + "    context:\n      lease: his", ":10: lease is none of free, mine, other, none"),
                Arguments.of(SAFE + "    context:\n      via: tool", ":10: via is a list of texts"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFileOfCasesWithAFaultIsRefusedWithItsLine(String cases, String said) {
        Ran ran = test(cases);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(folder.resolve("cases.yaml").toString())
                        .contains(said));
    }

    @Test
    void allFaultsOfAllFilesAreSaidAtOnce() {
        Path one = file("one.yaml", "cases: []");
        Path two = file("two.yaml", "# nothing\n");
        Path none = folder.resolve("none.yaml");
        Ran ran = run("policy", "test", one.toString(), two.toString(), none.toString(), OURS.toString());
        assertThat(ran.err()).hasSize(3).contains(none + ": is not there: name one that is there");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void aHugeFileIsNotReadAndNoFileIsWrongUsage() {
        Ran huge = test("x".repeat(5_000_001));
        assertThat(huge.err()).singleElement().asString().contains("larger than 5 MB, which no file of cases needs");
        assertThat(run("policy", "test").code()).isEqualTo(2);
        assertThat(run("policy").code()).isEqualTo(2);
    }

    // --- diff ---

    /** A small catalog and policy: that all pairs are compared shows in the counts. */
    private static final String SMALL = """
            catalog:
              base: none
              environments:
                - {id: cook, kind: role, title: The cook, mode: none}
                - {id: guest, kind: role, title: A guest, mode: none}
                - {id: kitchen, kind: service, title: The kitchen, mode: shared}
            policy:
              base: none
              revision: {by: ann, why: our own}
              accesses: {enter: {say: enter}, clean: {say: clean}}
              rules:
                H1:
                  title: Cooks
                  reason: "{consumer} works there."
                  says: [{allow: {consumer: {id: cook}, environment: {id: kitchen}}}]
            """;

    private static final String SHUT = SMALL + """
                H2:
                  title: No cleaning
                  reason: "{environment} is clean."
                  says: [{forbid: {environment: {id: kitchen}, access: clean}}]
            """;

    private Ran diff(String now, String then, String... options) {
        String later = file("later.yaml", then).toString();
        String of = file("now.yaml", now).toString();
        return run(Stream.concat(Stream.of("policy", "diff", later, "--config", of), Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void aChangedRuleIsShownWithTheVerdictsThatItChanges() {
        Ran ran = diff(SMALL, SHUT);
        assertThat(ran.out())
                .containsExactly(
                        "rule H2 added",
                        "",
                        "conditional → unsafe (H2 instead of no rule): 2 verdicts of 2 pairs",
                        "  guest",
                        "    → kitchen: clean",
                        "  kitchen",
                        "    → kitchen: clean",
                        "safe → conditional (H1 H2 instead of H1): 1 verdict of 1 pair",
                        "  cook",
                        "    → kitchen: none told",
                        "safe → unsafe (H2 instead of H1): 1 verdict of 1 pair",
                        "  cook",
                        "    → kitchen: clean",
                        "conditional as before (H2 instead of no rule): 2 verdicts of 2 pairs",
                        "  guest",
                        "    → kitchen: none told",
                        "  kitchen",
                        "    → kitchen: none told",
                        "In all 6 verdicts would change, of 27 compared: 4 in the answer, 2 in the rules alone.");
        assertThat(ran.code()).isZero();
    }

    @Test
    void thatNothingChangesIsSaid() {
        assertThat(diff(SHUT, SHUT).out()).containsExactly("nothing would change");
    }

    @Test
    void diffAsJson() {
        JsonNode json = diff(SHUT, SMALL, "--json").json();
        assertThat(json.get("rules").get(0).get("change").asString()).isEqualTo("removed");
        assertThat(json.get("changes").get(0).get("after").get("answer").asString())
                .isEqualTo("conditional");
    }

    @Test
    void aFaultyFileIsNotCompared() {
        Ran ran = diff(SMALL, SMALL.replace("id: cook, kind: role", "id: cook, kind: roll"));
        assertThat(ran.err()).singleElement().asString().startsWith("later.yaml:4: ");
        assertThat(ran.code()).isEqualTo(1);
    }

    // --- catalog check ---

    @Test
    void checkCountsWhatIsThere() {
        Path small = file("small.yaml", SHUT);
        assertThat(run("catalog", "check", small.toString()).out())
                .containsExactly(small + " is good: 3 environments, 0 edges, 2 rules, 0 purposes, 2 accesses.");
    }
}
