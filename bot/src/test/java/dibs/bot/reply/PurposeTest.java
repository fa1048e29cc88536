package dibs.bot.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.person.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads why something is held. */
class PurposeTest {
    private static final PersonId HOLDER = new PersonId("p1");
    private static final PersonId HELPER = new PersonId("p2");
    private static final PersonId OTHER = new PersonId("p3");

    @Test
    void aPurposeIsForMembers() {
        for (View view : List.of(View.MEMBERS, new View.Of(OTHER, false), new View.Of(HOLDER, false))) {
            assertThat(shown("a new signer", view)).isEqualTo("dev-signing: “a new signer”.");
        }
        assertThat(shown("a new signer", View.OUTSIDERS)).isEqualTo("dev-signing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the key (private)", "(Private) the key", "the ( PRIVATE ) key", "the key(private)"})
    void aPrivateOneIsForTheHolderTheHelpersAndAdmins(String words) {
        for (View view : List.of(new View.Of(HOLDER, false), new View.Of(HELPER, false), new View.Of(OTHER, true))) {
            assertThat(shown(words, view)).isEqualTo("dev-signing: “" + words + "”.");
        }
        assertThat(shown(words, new View.Of(OTHER, false))).isEqualTo("dev-signing: (private).");
        assertThat(shown(words, View.MEMBERS)).isEqualTo("dev-signing: (private).");
        assertThat(shown(words, View.OUTSIDERS)).isEqualTo("dev-signing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a private branch", "not (privately) meant", "private", "(private"})
    void theMarkIsTheWordInBrackets(String words) {
        assertThat(shown(words, View.MEMBERS)).isEqualTo("dev-signing: “" + words + "”.");
    }

    private static String shown(String words, View view) {
        Inline purpose = new Inline.Purpose(words, Set.of(HOLDER, HELPER));
        Reader reader = new Reader(ZoneId.of("UTC"), Instant.EPOCH, view);
        return PlainText.of(List.of(Block.say("{}{}.", Inline.name("dev-signing"), purpose)), reader);
    }
}
