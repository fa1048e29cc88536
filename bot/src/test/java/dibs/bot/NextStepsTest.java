package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.bot.command.Answer;
import dibs.bot.command.CommandParser;
import dibs.bot.command.Parsed;
import dibs.bot.reply.Action;
import dibs.bot.reply.Action.Ask;
import dibs.bot.reply.NextSteps;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be pressed under an answer or a notice: the lines that it stands for, all of which can be typed. */
class NextStepsTest {
    private static final Talk TALK = new Talk(ConfigLoader.builtin());

    @AfterEach
    void forget() {
        TALK.forget();
    }

    @AfterAll
    static void close() {
        TALK.close();
    }

    @Test
    void whoeverHasItMayExtendGiveBackAndHandOver() {
        List<String> mine = List.of(
                "Extend: extend dev-signing by 30m | extend dev-signing by 1h | extend dev-signing by 2h"
                        + " | extend dev-signing until end of day | extend dev-signing until next working morning",
                "Give it back: unclaim dev-signing",
                "Hand over: handover dev-signing {person}");

        assertThat(after("ann", "claim dev-signing for 1h")).isEqualTo(mine);
        assertThat(after("ann", "claim dev-signing")).isEqualTo(mine);
        assertThat(after("ann", "extend dev-signing by 1h")).isEqualTo(mine);
        assertThat(after("ann", "keep dev-signing")).isEqualTo(mine);
    }

    @Test
    void severalAreGivenBackTogether() {
        assertThat(after("ann", "claim dev-signing, dev-tree"))
                .containsExactly("Give all back: unclaim dev-signing,dev-tree");
        assertThat(after("ann", "unclaim"))
                .containsExactly("dev-signing: unclaim dev-signing", "dev-tree: unclaim dev-tree");
    }

    @Test
    void whoeverIsRefusedMayWaitNudgeAndTakeOver() {
        say("ann", "claim dev-signing");
        List<String> others = List.of(
                "Wait for it: wait dev-signing",
                "Nudge: nudge dev-signing",
                "Take over: takeover dev-signing because {reason}",
                "Watch: watch dev-signing");

        assertThat(after("bob", "claim signing-dev")).isEqualTo(others);
        assertThat(after("bob", "unclaim dev-signing")).isEqualTo(others);
        assertThat(after("bob", "nudge dev-signing")).containsExactly("Wait for it: wait dev-signing");
        assertThat(after("bob", "wait dev-signing")).containsExactly("Stop waiting: cancel dev-signing");
    }

    @Test
    void ofSeveralInTheWayEachCanBeWaitedFor() {
        say("ann", "claim dev-signing,dev-tree");

        assertThat(after("bob", "claim dev-signing,dev-tree,dev-addon"))
                .containsExactly("Wait for dev-signing: wait dev-signing", "Wait for dev-tree: wait dev-tree");
    }

    @Test
    void whatIsInTheWayIsNamedWhereSomethingElseWasAskedFor() {
        say("ann", "claim dev-signing");

        assertThat(after("bob", "claim dev"))
                .containsExactly(
                        "Wait for dev-signing: wait dev-signing",
                        "Nudge: nudge dev-signing",
                        "Take over: takeover dev-signing because {reason}",
                        "Watch: watch dev-signing");
    }

    @Test
    void aPressCanBeToldToBeStale() {
        say("ann", "claim dev-signing");
        say("ann", "unclaim dev-signing");
        say("ann", "claim dev-signing");

        assertThat(NextSteps.of(say("bob", "claim dev-signing").reply()))
                .allSatisfy(action -> assertThat(action.about()).hasValueSatisfying(about -> {
                    assertThat(about.environment()).isEqualTo("dev-signing");
                    assertThat(about.token()).contains(2L);
                }));
    }

    @Test
    void whatWasGivenBackOrTakenIsUndone() {
        say("ann", "claim dev-signing");

        List<String> undoOrTidied = List.of("Undo: undo", "It is tidied: tidied dev-signing");
        assertThat(after("root", "takeover dev-signing because of a release")).isEqualTo(undoOrTidied);
        assertThat(after("root", "unclaim dev-signing")).isEqualTo(undoOrTidied);
    }

    @Test
    void whatIsFreeIsClaimed() {
        for (String line : List.of("wait dev-signing", "nudge dev-signing", "takeover dev-signing because of it")) {
            assertThat(after("bob", line)).as(line).containsExactly("Claim it: claim dev-signing");
        }
    }

    @Test
    void whatIsToBeConfirmedIsConfirmed() {
        assertThat(after(
                        "root",
                        "waive R5 for qa-team autograph-stage until friday 5pm because the demo has no other place"))
                .singleElement()
                .asString()
                .startsWith("Confirm: confirm c-");
        assertThat(after("ann", "me link"))
                .as("whoever presses would join accounts")
                .isEmpty();
    }

    @Test
    void noticesAskForAnAnswer() {
        say("ann", "claim dev-signing");
        say("ann", "handover dev-signing @bob");
        assertThat(noticed("bob")).containsExactly("Take it: claim dev-signing", "Decline: cancel dev-signing");

        say("bob", "cancel dev-signing");
        say("bob", "takeover dev-signing because a release waits");
        say("bob", "nudge dev-signing");
        assertThat(noticed("ann"))
                .containsExactly(
                        "Keep it: keep dev-signing",
                        "Let it go: unclaim dev-signing",
                        "Let it go: unclaim dev-signing",
                        "Keep it: keep dev-signing");

        say("cat", "wait dev-signing");
        say("ann", "unclaim dev-signing");
        assertThat(noticed("cat"))
                .containsExactly("Claim it: claim dev-signing", "Let the next one: cancel dev-signing");

        say("ann", "claim dev-tree for 1h");
        TALK.clock().advance(Duration.ofHours(2));
        TALK.sweep();
        assertThat(noticed("ann"))
                .containsExactly(
                        "Claim it again: claim dev-tree",
                        "It is tidied: tidied dev-signing",
                        "It is tidied: tidied dev-tree");
    }

    @Test
    void whatIsShutIsOpenedByWhoMay() {
        say("root", "close dev-signing because its keys leaked");
        List<String> waitOrWatch = List.of("Wait for it: wait dev-signing", "Watch: watch dev-signing");
        assertThat(after("bob", "claim dev-signing")).isEqualTo(waitOrWatch);
        assertThat(after("bob", "env dev-signing")).isEmpty();
        assertThat(after("bob", "who-is-using dev-signing")).isEmpty();

        assertThat(after("root", "claim dev-signing"))
                .containsExactly(waitOrWatch.getFirst(), waitOrWatch.getLast(), "Open it: open dev-signing");
        assertThat(after("root", "env dev-signing")).containsExactly("Open it: open dev-signing");
        assertThat(after("root", "who-is-using gecko-t-signing-dev")).containsExactly("Open it: open dev-signing");

        say("root", "close dev because the cluster is moved");
        assertThat(after("root", "env dev-signing"))
                .containsExactlyInAnyOrder("Open dev: open dev", "Open dev-signing: open dev-signing");
    }

    @Test
    void answersThatTellSuggestNothing() {
        for (String line :
                List.of("leases", "help", "env dev-signing", "who-is-using", "nonsense", "claim nosuch", "me")) {
            assertThat(after("ann", line)).as(line).isEmpty();
        }
    }

    private static Answer say(String name, String line) {
        return TALK.say(name, line);
    }

    private static List<String> after(String name, String line) {
        return shown(NextSteps.of(say(name, line).reply()));
    }

    /** What may be done about what the person had not heard yet. */
    private static List<String> noticed(String name) {
        return shown(say(name, "leases mine").pending().stream()
                .flatMap(pending -> NextSteps.of(pending.notice()).stream())
                .toList());
    }

    private static List<String> shown(List<Action> actions) {
        return actions.stream()
                .map(action ->
                        action.label() + ": " + String.join(" | ", lines(action).toList()))
                .toList();
    }

    /** The lines of an action, each of which has to be understood as its command. */
    private static Stream<String> lines(Action action) {
        Stream<String> lines = action.ask() instanceof Ask.Choice choice
                ? choice.options().stream().map(Action.Option::line)
                : Stream.of(action.line());
        return lines.peek(line -> {
            String filled = line.replace(Action.REASON, "a release waits").replace(Action.PERSON, "@bob");
            assertThat(new CommandParser(TALK.catalog().names()).parse(filled))
                    .as(filled)
                    .isInstanceOfSatisfying(
                            Parsed.Understood.class,
                            understood -> assertThat(understood.command().verb().word())
                                    .isEqualTo(action.kind().command()));
        });
    }
}
