package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lines in, answers out: what a script that drives {@code chat --json} over pipes may rely on. */
@Timeout(300)
class ChatProtocolIT {
    @RegisterExtension
    final DibsHome home = new DibsHome();

    @Test
    void eachLineIsAnsweredBeforeTheNextIsTaken() {
        DibsProcess chat = home.chat("ann");

        for (String line : List.of("help", "leases", "claim dev-signing", "unclaim", "no such thing")) {
            chat.ask(line);
            assertThat(chat.isSilent()).as("one answer to %s", line).isTrue();
        }
        assertThat(chat.endInput().ended()).isEqualTo(new DibsProcess.Ended(0, List.of(), List.of()));
    }

    @Test
    void linesThatComeAllAtOnceAreAnsweredInOrderBlankOnesToo() {
        List<Answer> answers = answers("claim dev-signing\n\n   \n\t\nwho-is-using dev-signing\nunclaim dev-signing\n");

        assertThat(answers)
                .extracting(Answer::outcome)
                .containsExactly("granted", "misunderstood", "misunderstood", "misunderstood", "shown", "released");
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(answers("leases\nclaim dev-signing"))
                .extracting(Answer::outcome)
                .containsExactly("listed", "granted");
    }

    @Test
    void nothingAskedIsNothingSaid() {
        assertThat(answers("")).isEmpty();
    }

    @Test
    void linesMayEndAsOnWindows() {
        List<Answer> answers = answers("claim dev-signing for 1h tidy\r\n\r\nunclaim\r\n");

        assertThat(answers).extracting(Answer::outcome).containsExactly("granted", "misunderstood", "released");
        assertThat(answers.getFirst().lease().purpose()).isEqualTo("tidy");
    }

    @Test
    void lettersOfEveryScriptPassBothWays() {
        List<Answer> answers = answers(
                "claim dev-signing for 1h Prüfung 日本語 🦊\n{\"as\":\"jürgen\",\"text\":\"claim dev-beetmover\"}\n");

        assertThat(answers.getFirst().lease().purpose()).isEqualTo("Prüfung 日本語 🦊");
        assertThat(answers.getLast().lease().holder()).isEqualTo("jürgen");
    }

    @Test
    void bytesThatAreNoTextAreOneMoreLine() {
        DibsProcess chat = home.chat("ann");

        assertThat(chat.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 'x', '\n'}))
                .isTrue();

        assertThat(chat.answer().outcome()).isEqualTo("misunderstood");
        assertThat(chat.ask("leases").outcome()).isEqualTo("listed");
    }

    @Test
    void brokenJsonIsMisunderstoodAndHarmless() {
        List<String> broken = List.of(
                "{",
                "{}",
                "{\"text\":7}",
                "{\"text\":\"help\"} and more",
                "{\"as\":\"a b\",\"text\":\"help\"}",
                "{\"as\":null,\"text\":\"help\"}",
                "{\"as\":\"\",\"text\":\"help\"}",
                "{\"id\":7,\"text\":\"help\"}",
                "{\"id\":\"" + "i".repeat(1_000) + "\",\"text\":\"help\"}",
                "{\"text\":" + "[".repeat(5_000),
                "{\"text\":\"\"}");
        List<Answer> answers = answers(String.join("\n", broken) + "\nclaim dev-signing\n");

        assertThat(answers).hasSize(broken.size() + 1);
        assertThat(answers.subList(0, broken.size()))
                .extracting(Answer::outcome)
                .containsOnly("misunderstood");
        assertThat(answers.getLast().outcome()).isEqualTo("granted");
    }

    @Test
    void aLineOfAMegabyteIsOneLineWithAShortAnswer() {
        String long1 = "claim " + "x".repeat(1 << 20);
        String long2 = "{\"text\":\"claim dev-signing for 1h " + "y ".repeat(1 << 19) + "\"}";
        List<Answer> answers = answers(long1 + "\n" + long2 + "\nleases\n");

        assertThat(answers).hasSize(3);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.text()).hasSizeLessThan(2_000));
        assertThat(answers.getFirst().outcome()).isIn("unknown-name", "misunderstood");
        assertThat(answers.get(1).outcome()).isEqualTo("misunderstood");
        assertThat(answers.getLast().items()).isEmpty();
    }

    @Test
    void whoSpeaksIsSaidByTheLine() {
        List<Answer> answers = answers("""
                {"as":"bob","text":"/claim dev-signing","id":"m-1"}
                {"as":"Bob","text":"claim dev-signing"}
                claim dev-signing
                """);

        assertThat(answers).extracting(Answer::outcome).containsExactly("granted", "already-yours", "held");
    }

    @Test
    void aRepeatedMessageHasItsEffectOnceAndTheSameAnswer() {
        String claim = "{\"text\":\"claim dev-signing\",\"id\":\"m-1\"}\n";
        List<Answer> answers = answers(claim + claim + "unclaim\n" + claim + "leases\n");

        assertThat(answers)
                .extracting(Answer::outcome)
                .containsExactly("granted", "granted", "released", "granted", "listed");
        assertThat(answers.get(1).lease()).isEqualTo(answers.getFirst().lease());
        assertThat(answers.get(3).lease()).isEqualTo(answers.getFirst().lease());
        assertThat(answers.getLast().items()).as("a repeat takes nothing").isEmpty();
    }

    /** The answers to all of it, from a process that then ends by itself and has said nothing else. */
    private List<Answer> answers(String input) {
        DibsProcess chat = home.chat("ann");
        assertThat(chat.write(input.getBytes(StandardCharsets.UTF_8))).isTrue();
        DibsProcess.Ended ended = chat.endInput().ended();
        assertThat(ended.code()).as(ended::error).isZero();
        List<Answer> answers = new ArrayList<>();
        ended.output().forEach(line -> answers.add(Answer.of(line)));
        return answers;
    }
}
