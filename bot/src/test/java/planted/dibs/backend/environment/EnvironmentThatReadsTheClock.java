package planted.dibs.backend.environment;

import java.time.Instant;

public record EnvironmentThatReadsTheClock() {
    public Instant when() {
        return Instant.now();
    }
}
