package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.testkit.Scale;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A quarter of a year in a town of two hundred people, some days of it in each build. What must hold of it is checked at the end on what the
 * store kept and on what people were told. Another seed: {@code -Ddibs.seed=…}.
 */
class QuarterTest {
    @TempDir
    private Path folder;

    @Test
    void nobodyLosesAnythingInAQuarter() {
        // A few days are too few for every town to show something: the build lives through ones that do.
        long first = Long.getLong("dibs.seed", Scale.of(9, (int) System.nanoTime()));
        int towns = Scale.of(1, 20);
        int days = Scale.of(5, 91);
        for (int i = 0; i < towns; i++) {
            long seed = first + i;
            System.out.printf("seed %d (repeat it with -Ddibs.seed=%d): %d days%n", seed, seed, days);
            Path place = folder.resolve("town" + i);
            assertThat(place.toFile().mkdir()).isTrue();
            SimulatedTown town = new SimulatedTown(seed, place);
            try {
                town.live(days);
                System.out.println(town.summary());
            } finally {
                town.close();
            }
            new TownRecords(place.resolve("dibs.db"), town).check();
            new TownReminders(place.resolve("dibs.db"), town).check();
            new TownReservations(place.resolve("dibs.db"), town).check();
        }
    }
}
