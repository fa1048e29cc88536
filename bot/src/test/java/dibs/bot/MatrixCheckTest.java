package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.announcement.ConversationId;
import dibs.bot.platform.matrix.MatrixSettings;
import dibs.bot.platform.matrix.client.Access;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.install.MatrixCheck;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.FakeServer;
import dibs.fakematrix.NewRoom;
import dibs.testkit.FakeClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code dibs check} says of Matrix. */
final class MatrixCheckTest {
    private final FakeServer server = new FakeServer(new FakeClock(Talk.MONDAY));
    private final FakePerson ann = server.person("ann");
    private final FakePerson dibs = server.person("dibs");

    private List<String> look(List<String> rooms, Optional<String> control, ConversationId... homes) {
        MatrixSettings settings = new MatrixSettings(
                new Access(
                        new Access.Place.At(URI.create("https://hs.test")),
                        new Access.Proof.Token("syt_secret"),
                        Optional.empty()),
                rooms,
                control,
                Set.of(),
                Map.of());
        List<String> found = MatrixCheck.look(settings, server.as(dibs.id()), List.of(homes)).stream()
                .map(finding -> finding.kind() + " " + finding.text())
                .toList();
        assertThat(String.join("\n", found)).doesNotContain("syt_secret");
        return found;
    }

    private RoomId in(NewRoom room) {
        RoomId made = ann.creates(room.with(dibs.id()));
        dibs.joins(made);
        return made;
    }

    @Test
    void whatIsGoodIsSaid() {
        in(NewRoom.named("Release engineering").called("releng"));

        assertThat(look(List.of("#releng:hs.test"), Optional.empty()))
                .containsExactly(
                        "GOOD Matrix: signed in as @dibs:hs.test, device DIBSDEVICE",
                        "GOOD Matrix: MATRIX_ROOMS: #releng:hs.test (Release engineering): by invitation, not"
                                + " encrypted, 2 members, who may claim");
    }

    @Test
    void whatHasToBeMendedIsSaidWithWhatToDo() {
        in(NewRoom.named("Secret").called("secret").locked());
        in(NewRoom.named("Square").called("square").opened());
        ann.creates(NewRoom.named("Elsewhere").called("elsewhere"));

        assertThat(look(
                        List.of("#secret:hs.test", "#square:hs.test", "#nowhere:hs.test"),
                        Optional.of("#elsewhere:hs.test"),
                        new ConversationId("matrix:!unknown:hs.test"),
                        new ConversationId("slack:T1:C1")))
                .anyMatch(line -> line.startsWith("FAULT") && line.contains("#secret:hs.test (Secret) is encrypted"))
                .anyMatch(line ->
                        line.startsWith("UNSURE") && line.contains("#square:hs.test (Square): anybody may join"))
                .anyMatch(line -> line.startsWith("FAULT") && line.contains("no room #nowhere:hs.test"))
                .anyMatch(line -> line.startsWith("UNSURE") && line.contains("not in #elsewhere:hs.test yet: invite"))
                .anyMatch(line -> line.startsWith("UNSURE") && line.contains("announce: Dibs is not in !unknown"))
                .anyMatch(line -> line.startsWith("UNSURE") && line.contains("nobody may claim yet"))
                .noneMatch(line -> line.contains("slack"));
    }

    @Test
    void aHomeserverThatIsAwayOrDoesNotKnowDibsIsAFault() {
        server.faults().refuse("accountData", 401, "M_UNKNOWN_TOKEN");
        assertThat(look(List.of(), Optional.empty()))
                .singleElement()
                .asString()
                .startsWith("FAULT Matrix: the homeserver does not let Dibs in (M_UNKNOWN_TOKEN");
        server.faults().away(true);
        assertThat(look(List.of(), Optional.empty())).singleElement().asString().contains("MATRIX_HOMESERVER_URL");
    }
}
