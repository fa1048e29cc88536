package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.person.AccountId;
import dibs.bot.command.Answer;
import dibs.bot.platform.slack.block.AsSlack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * People with hostile names say hostile things: what others on Slack see of it is compared with a file that
 * {@code -Ddibs.golden=write} writes anew.
 */
class HostileWordsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/slack/hostile-words.json");

    /** Somebody's name as the platform shows it, and why they claim what. */
    private record Hostile(String name, String claim) {}

    private static final List<Hostile> PEOPLE = List.of(
            new Hostile("*Ann* <!channel>", "claim dev-signing for 2h <!channel> <@U1> <#C1|general> <!subteam^S1>"),
            new Hostile("<@U1|root>", "claim dev-tree for 2h *bold* _it_ ~gone~ `code` ```block``` > quote"),
            new Hostile(
                    "&lt;b&gt; & `c`", "claim dev-addon for 2h &lt;!here&gt; &amp; <https://evil.example|the runbook>"),
            new Hostile(
                    "\u202Enna\u202C\u0007 \u2066b",
                    "claim dev-lando for 2h \u202Egnissorc\u202C \u001B[31mred \u200Bhidden"),
            new Hostile("🚀 Zoë 李 é", "claim dev-balrog for 2h 🚀👩‍👩‍👧 :tada: first\nsecond <!date^1^{date}|x>"),
            new Hostile("<".repeat(300), "claim dev-bouncer for 2h " + "<&>".repeat(166)));

    @Test
    void nothingThatPeopleTypeIsMoreThanWords() throws IOException {
        StringBuilder seen = new StringBuilder();
        try (Talk talk = new Talk(ConfigLoader.builtin())) {
            for (int i = 0; i < PEOPLE.size(); i++) {
                Hostile person = PEOPLE.get(i);
                say(talk, i, person.claim());
                Answer refused = say(talk, (i + 1) % PEOPLE.size(), person.claim());
                seen.append(AsSlack.checked(AsSlack.messages(refused).getLast()))
                        .append('\n');
                say(
                        talk,
                        (i + 1) % PEOPLE.size(),
                        "nudge " + person.claim().split(" ")[1] + " <!here> " + person.name());
                AsSlack.messages(say(talk, i, "me zone nowhere<!here>`"))
                        .forEach(
                                message -> seen.append(AsSlack.checked(message)).append('\n'));
            }
            for (String line :
                    List.of("leases", "history", "claim <!channel>", "unclaim `<@U1>`", "is-safe <!here> \"")) {
                AsSlack.messages(talk.say("bob", line))
                        .forEach(
                                message -> seen.append(AsSlack.checked(message)).append('\n'));
            }
        }

        if (System.getProperty("dibs.golden", "").equals("write")) {
            Files.writeString(GOLDEN, seen);
        }
        assertThat(seen.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    private static Answer say(Talk talk, int person, String line) {
        return talk.sayAs(
                AccountId.of("console", "hostile" + person), PEOPLE.get(person).name(), line);
    }
}
