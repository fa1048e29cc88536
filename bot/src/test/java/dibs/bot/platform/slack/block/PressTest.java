package dibs.bot.platform.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.reply.Action;
import dibs.bot.reply.Action.About;
import dibs.bot.reply.Action.Ask;
import dibs.bot.reply.Action.Kind;
import dibs.bot.reply.Action.Option;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a button carries there and back, and what is none of ours. */
class PressTest {
    private static final Optional<About> ABOUT = Optional.of(new About("dev-signing", Optional.of(7L)));

    @Test
    void aButtonSaysWhatItDoes() {
        Press press = new Press(Kind.TAKE_OVER, 2, "takeover dev-signing because {reason}", new Ask.Reason(), ABOUT);

        assertThat(press.actionId()).isEqualTo("do:take-over:2");
        assertThat(press.value())
                .isEqualTo("{\"line\":\"takeover dev-signing because {reason}\",\"ask\":\"reason\","
                        + "\"environment\":\"dev-signing\",\"token\":7}");
    }

    @Test
    void whatIsPressedIsWhatWasOffered() {
        List<Ask> asks = List.of(
                new Ask.Nothing(),
                new Ask.Reason(),
                new Ask.Person(),
                new Ask.Choice(List.of(
                        new Option("by <1> hour", "extend dev-signing by 1h"),
                        new Option("until \"then\"", "extend dev-signing until 18:00"))));
        for (Ask ask : asks) {
            for (Optional<About> about :
                    List.of(ABOUT, Optional.<About>empty(), Optional.of(new About("dev", Optional.empty())))) {
                Press press = new Press(Kind.EXTEND, 0, "extend dev-signing by 1h", ask, about);

                assertThat(Press.read(press.actionId(), press.value())).contains(press);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "wait dev-signing",
                "{\"line\":\"wait dev-signing\"",
                "{\"line\":\"wait dev-signing\"} ",
                "{ \"line\":\"wait dev-signing\"}",
                "{line:'wait dev-signing'}",
                "{\"line\":\"wait dev-signing\",\"line\":\"wait dev-tree\"}",
                "{\"line\":\"wait dev-signing\",\"as\":\"root\"}",
                "{\"line\":[\"wait dev-signing\"]}",
                "{\"line\":\"wait dev-signing\",\"ask\":\"everything\"}",
                "{\"line\":\"wait dev-signing\",\"ask\":{}}",
                "{\"line\":\"wait dev-signing\",\"ask\":[]}",
                "{\"line\":\"wait dev-signing\",\"ask\":[7]}",
                "{\"line\":\"wait dev-signing\",\"ask\":[{\"label\":\"x\",\"line\":\"unclaim all\"}]}",
                "{\"line\":\"wait dev-signing\",\"environment\":7}",
                "{\"line\":\"wait dev-signing\",\"environment\":\"dev-signing\",\"token\":\"7\"}",
                "{\"line\":\"wait dev-signing\",\"environment\":\"dev-signing\",\"token\":7.5}",
                "{\"line\":\"wait dev-signing\",\"environment\":\"dev-signing\",\"token\":-7}",
                "{\"line\":\"wait dev-signing\",\"environment\":\"dev-signing\",\"token\":99999999999999999999}",
                "{\"line\":\"wait dev-signing\",\"environment\":\"Dev Signing\"}",
                "{\"line\":\"wait dev-signing\",\"environment\":\"\"}",
                "{\"line\":\"wait dev-signing\",\"token\":7}",
                "{\"line\":\"takeover dev-signing because I can\"}",
                "{\"line\":\"waiting\"}",
                "{\"line\":\"wait dev-signing\\nunclaim all\"}"
            })
    void whatWeDidNotWriteIsNothing(String forged) {
        assertThat(Press.read("do:wait:0", forged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "do:",
                "do:wait",
                "do:wait:",
                "do:wait:-1",
                "do:wait:01",
                "do:wait:100",
                "do:WAIT:0",
                "do:nothing:0",
                "Do:wait:0",
                "do:wait:0 ",
                "open:claim"
            })
    void anotherActionIdIsNothing(String id) {
        assertThat(Press.read("do:wait:0", "{\"line\":\"wait dev-signing\"}")).isPresent();
        assertThat(Press.read(id, "{\"line\":\"wait dev-signing\"}")).isEmpty();
    }

    @Test
    void whatIsLongerThanAButtonHoldsIsNothing() {
        String deep = "[".repeat(100_000);

        assertThat(Press.read("do:wait:0", deep)).isEmpty();
        assertThat(Press.read("do:wait:0", "{\"line\":\"wait " + "x".repeat(2_000) + "\"}"))
                .isEmpty();
        assertThat(Press.read("do:wait:0", "[".repeat(2_000))).isEmpty();
    }

    @Property
    void noiseIsNothing(@ForAll String id, @ForAll String value) {
        assertThat(Press.read(id, value)).isEmpty();
        assertThat(Press.read("do:wait:0", value)).isEmpty();
    }

    @Property
    void aDamagedValueIsNothing(@ForAll char other, @ForAll int where) {
        Press press = Press.of(Action.of(Kind.WAIT, "Wait", "wait dev-signing"), 0);
        StringBuilder damaged = new StringBuilder(press.value());
        damaged.setCharAt(Math.floorMod(where, damaged.length()), other);

        Press.read("do:wait:0", damaged.toString())
                .ifPresent(read -> assertThat(read.value()).isEqualTo(damaged.toString()));
    }
}
