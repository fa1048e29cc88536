package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.cli.CommandLineWords;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.web.Fault;
import dibs.testkit.FakeClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dibs check} as an administrator runs it: settings in; lines and an exit code out. */
class CheckTest {
    private static final String SECRET = "not-a-real-signing-secret";

    private final FakeSlack slack = FakeSlack.start(new FakeClock(Talk.MONDAY));
    private final Map<String, String> settings = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        slack.close();
    }

    private record Ran(int code, String out, String err) {
        /** Whatever else: no secret is ever said. */
        Ran {
            assertThat(out + err).doesNotContain(SECRET).doesNotContainPattern("x(oxb|app)-\\w");
        }

        List<String> faults() {
            return out.lines().filter(line -> line.startsWith("FAULT")).toList();
        }
    }

    private Ran check(String... arguments) {
        settings.putIfAbsent("DIBS_DB", folder.resolve("dibs.db").toString());
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int code = CommandLineWords.run(new Main(settings, to, errors), all);
            return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void probesAreOffUntilTheyAreSwitchedOnAndACheckSaysSo() {
        assertThat(check().out())
                .containsPattern(
                        "probes: off, and nothing is sent anywhere; DIBS_PROBES=on switches on \\d{3} of \\d{3}"
                                + " environments");
        settings.put("DIBS_PROBES", "on");
        settings.put("DIBS_PROBE_PRIVATE", "vpn.example.org, 10.1.0.0/16, fd00::/8");
        assertThat(check().out()).containsPattern("probes: on, \\d{3} of .*; private hosts and networks allowed: 3\n");
    }

    @Test
    void whatIsSetForProbesIsReadStrictly() {
        settings.put("DIBS_PROBES", "perhaps");
        settings.put("DIBS_PROBE_PRIVATE", "10.0.0.0/99");
        assertThat(check().err())
                .contains("DIBS_PROBES is on or off.")
                .contains("DIBS_PROBE_PRIVATE is a comma list of hosts and networks");
    }

    private void onSlack() {
        settings.put("SLACK_API_URL", slack.apiUrl());
        settings.put("SLACK_BOT_TOKEN", slack.botToken());
        settings.put("SLACK_SIGNING_SECRET", SECRET);
        settings.put("DIBS_URL", "https://dibs.example.org");
    }

    private Path config(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("dibs.yaml"), yaml);
        settings.put("DIBS_CONFIG", file.toString());
        return file;
    }

    @Test
    void withoutAnySettingNothingHasToBeMendedAndNothingIsMade() {
        Ran ran = check();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains(
                        "ok     configuration: built in",
                        "listens on 127.0.0.1:8080",
                        "is not there yet",
                        "Slack: not set up",
                        "Nothing has to be mended.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aStoreThatIsThereIsOpenedAndHasAVersion() {
        Path store = folder.resolve("dibs.db");
        Parts.open(Start.read(Map.of(), Optional.of(store.toString()))).close();
        assertThat(check().out()).containsPattern("store: .*dibs\\.db opens; its schema is version 0*[1-9]\\d*");
    }

    @Test
    void whatIsNoStoreIsAFault() throws IOException {
        Files.writeString(
                folder.resolve("dibs.db"), "once upon a time, long enough to be taken for a file of something");
        Ran ran = check();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.faults()).singleElement().asString().contains("dibs.db", "not a SQLite database");
    }

    @Test
    void faultySettingsAreWrongUsageAndAFaultyFileIsNot() throws IOException {
        settings.put("DIBS_PORT", "many");
        settings.put("SLACK_BOT_TOKEN", "xoxb-1");
        Ran ran = check();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("DIBS_PORT", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET");
        config("slack:\n  commands: [claim, remind]\n");
        assertThat(check().code()).isEqualTo(1);
        assertThat(check().err()).contains("dibs.yaml:2: commands: /remind is Slack's own");
    }

    @Test
    void aGoodInstallationIsNamed() {
        FakeChannel releng = slack.channel("releng");
        onSlack();
        settings.put("SLACK_CHANNEL", releng.id());
        Ran ran = check();
        assertThat(ran.faults()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains(
                        "installed in acme (T1) as dibs",
                        "every scope that it needs",
                        "https://dibs.example.org/slack/events",
                        "(#releng) is there, and Dibs is in it");
    }

    @Test
    void missingScopesAreNamedWithWhatStops() {
        onSlack();
        slack.grants("commands", "chat:write", "im:write", "im:history", "users:read", "usergroups:read");
        Ran ran = check();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.faults()).hasSize(2);
        assertThat(ran.faults().getFirst()).contains("app_mentions:read is missing", "mentions are not heard");
        assertThat(ran.faults().getLast()).contains("pins:write is missing", "not pinned", "OAuth & Permissions");
        assertThat(ran.out()).contains("?      Slack: without the scope channels:history");
    }

    @Test
    void channelsAreLookedAt() {
        onSlack();
        FakeChannel releng = slack.channel("releng");
        settings.put("SLACK_CHANNEL", releng.id());
        releng.withoutBot();
        assertThat(check().faults()).singleElement().asString().contains("#releng", "/invite @Dibs");
        releng.withBot().isArchived();
        assertThat(check().faults()).singleElement().asString().contains("#releng", "archived");
        settings.put("SLACK_CHANNEL", "C0NOSUCH");
        assertThat(check().faults()).singleElement().asString().contains("C0NOSUCH", "is not there");
    }

    @Test
    void homesOfTheFileAreLookedAtWhereverTheyAre() throws IOException {
        onSlack();
        FakeChannel shared = slack.channel("with-others").isShared();
        config("announce:\n  - to: slack:T1:" + shared.id() + "\n  - to: slack:T9:C1\n  - to: slack:C1\n");
        Ran ran = check();
        assertThat(ran.out()).contains("(#with-others) is there, and Dibs is in it; people of other organisations");
        assertThat(ran.faults()).hasSize(2);
        assertThat(ran.faults().getFirst()).contains("slack:T9:C1", "another workspace than T1");
        assertThat(ran.faults().getLast()).contains("slack:C1", "is written slack:T1:");
    }

    @Test
    void withoutTheScopeToLookNothingIsSaidOfAChannel() {
        onSlack();
        settings.put("SLACK_CHANNEL", slack.channel("releng").id());
        slack.grants(
                "commands",
                "app_mentions:read",
                "chat:write",
                "im:write",
                "im:history",
                "users:read",
                "usergroups:read",
                "pins:write");
        Ran ran = check();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("cannot be looked at without the scope channels:read");
    }

    @Test
    void aTokenThatIsNotTakenIsSaidOnceWithWhereTheRightOneIs() {
        onSlack();
        slack.revokesToken();
        Ran ran = check();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.faults()).singleElement().asString().contains("token_revoked", "Bot User OAuth Token");
    }

    @Test
    void aSlackThatDoesNotAnswerIsAFault() {
        onSlack();
        slack.fails("auth.test", 5, new Fault.Status(503, "<html>"));
        assertThat(check().faults()).singleElement().asString().contains("nobody answers", "503");
    }

    @Test
    void anAppTokenThatOpensNoSocketIsAFault() {
        onSlack();
        settings.put("SLACK_APP_TOKEN", "xapp-of-quite-another-app");
        assertThat(check().faults())
                .singleElement()
                .asString()
                .contains("SLACK_APP_TOKEN opens no socket (invalid_auth)", "connections:write");
    }

    @Test
    void theRightAppTokenIsEnoughWithoutASigningSecret() {
        onSlack();
        settings.remove("SLACK_SIGNING_SECRET");
        settings.put("SLACK_APP_TOKEN", slack.appToken());
        Ran ran = check();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Socket Mode may be used").doesNotContain("/slack/events");
    }

    @Test
    void userGroupsOfRolesAreLookedUp() throws IOException {
        onSlack();
        String group = slack.userGroup("sheriffs", slack.user("ann"));
        config("slack:\n  roles: {gate: [" + group + "], admin: [S0GONE]}\n");
        Ran ran = check();
        assertThat(ran.out()).contains("the user group " + group + " has the role gate");
        assertThat(ran.faults()).singleElement().asString().contains("S0GONE", "admin", "no_such_subteam");
    }

    @Test
    void theManifestIsMadeForOnesOwnCommandsBeforeThereAreTokens() throws IOException {
        config("slack:\n  commands: [lock, unlock, dibs]\n");
        settings.put("SLACK_SIGNING_SECRET", SECRET);
        Ran ran = check("--slack-manifest=socket");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("\"/lock\"", "\"/unlock\"", "\"/dibs\"").doesNotContain("\"/claim\"");
        assertThat(check("--slack-manifest=http").code()).isEqualTo(2);
        assertThat(check("--slack-manifest=http").err()).contains("DIBS_URL");
        settings.put("DIBS_URL", "https://dibs.example.org/");
        assertThat(check("--slack-manifest=http").out()).contains("\"https://dibs.example.org/slack/events\"");
    }

    @Test
    void aCommandThatMeansNothingIsNotRegistered() throws IOException {
        config("slack:\n  commands: [claim, frobnicate]\n");
        assertThat(check("--slack-manifest=socket").code()).isEqualTo(2);
        onSlack();
        assertThat(check().faults()).singleElement().asString().contains("/frobnicate", "mean nothing");
    }
}
