package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That the bench still measures what it says; its figures are for people. */
@Timeout(300)
class BenchIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @RegisterExtension
    final DibsHome home = new DibsHome();

    @Test
    void measuresAllContestantsAndLeavesNothingBehind() {
        DibsProcess.Ended ended =
                home.dibs("bench", "--rounds", "1", "--millis", "20").ended(PATIENCE);

        assertThat(ended.code()).as(ended::error).isZero();
        assertThat(String.join("\n", ended.output()))
                .contains("cores", "fdatasync/s", "load average")
                .contains("bare statements", "rules and store", "whole conversation", "with message ids")
                .contains("verdicts, built-in world", "unsafe, direct", "safe (", "conditional, points", "10000 things")
                .contains("empty Bolt application", "who-is-using", "claim and unclaim in turn", "32 connections")
                .contains("bare Jetty, to its first 200", "up, to its first 200", "chat, to its first answer");
        assertThat(home.store().getParent()).isEmptyDirectory();
    }

    @Test
    void measuresTheEndOfManyLeasesAndWhatItHoldsUp() {
        DibsProcess.Ended ended = home.dibs("bench", "--sweep", "--rounds", "1", "--past", "2000", "--due", "50,250")
                .ended(PATIENCE);

        assertThat(ended.code()).as(ended::error).isZero();
        assertThat(String.join("\n", ended.output()))
                .contains("50 leases due, 2,000 of the past", "250 leases due", "a look", "a claim meanwhile: p50");
        assertThat(home.store().getParent()).isEmptyDirectory();
    }
}
