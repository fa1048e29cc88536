package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people at two terminals, and one pool. */
@Timeout(300)
class TwoTerminalsIT {
    private static final DateTimeFormatter SAID =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @RegisterExtension
    final DibsHome home = new DibsHome();

    @Test
    void theSecondHearsWhoHasItSinceWhenUntilWhenAndWhy() {
        DibsProcess ann = home.chat("ann");
        DibsProcess bob = home.chat("bob");

        Answer granted = ann.ask("/claim dev-signing for 2h new hash format");
        Answer refused = bob.ask("/claim dev-signing");

        assertThat(granted.outcome()).isEqualTo("granted");
        assertThat(granted.lease().holder()).isEqualTo("ann");
        assertThat(refused.outcome()).isEqualTo("held");
        assertThat(refused.leases()).containsExactly(granted.lease());
        assertThat(refused.text())
                .contains("ann", "new hash format")
                .contains(said(granted.lease().since()))
                .contains(said(granted.lease().until()));
        assertThat(bob.ask("who-is-using dev-signing").lease()).isEqualTo(granted.lease());
    }

    @Test
    void inPlainWordsToo() {
        DibsProcess ann = home.chat("ann");
        Answer.Lease lease = ann.ask("claim dev-signing for 2h new hash format").lease();

        DibsProcess bob = home.dibs("chat", "--as", "bob");
        assertThat(bob.say("claim dev-signing")).isTrue();
        DibsProcess.Ended ended = bob.endInput().ended();

        assertThat(ended.code()).isZero();
        assertThat(String.join("\n", ended.output()))
                .contains("Nothing was claimed", "ann", "new hash format")
                .contains(said(lease.since()), said(lease.until()));
    }

    @Test
    void whatOneGivesBackTheOtherCanHave() {
        DibsProcess ann = home.chat("ann");
        DibsProcess bob = home.chat("bob");
        Answer.Lease first = ann.ask("claim dev-signing").lease();

        assertThat(bob.ask("unclaim dev-signing").outcome()).isEqualTo("forbidden");
        assertThat(ann.ask("unclaim dev-signing").outcome()).isEqualTo("released");
        Answer second = bob.ask("claim dev-signing");

        assertThat(second.outcome()).isEqualTo("granted");
        assertThat(second.lease().token()).isGreaterThan(first.token());
        assertThat(ann.ask("leases").items()).containsExactly(second.lease());
    }

    @Test
    void whatOneIsToldByTheOtherStandsBeforeTheNextAnswer() {
        DibsProcess ann = home.chat("ann");
        DibsProcess bob = home.chat("bob");

        assertThat(ann.ask("claim dev-signing with @bob").outcome()).isEqualTo("granted");
        List<String> told = notices(bob.ask("leases"));

        assertThat(told).singleElement().asString().contains("ann", "dev-signing");
        assertThat(notices(bob.ask("leases"))).as("is said once").isEmpty();
    }

    private static List<String> notices(Answer answer) {
        return answer.json()
                .path("notices")
                .valueStream()
                .map(notice -> notice.asString())
                .toList();
    }

    private static String said(Instant instant) {
        return SAID.format(instant);
    }
}
