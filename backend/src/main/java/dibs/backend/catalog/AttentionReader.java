package dibs.backend.catalog;

import dibs.backend.environment.Attention;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads when holders are reminded and asked: {@code remind} and {@code stale}. */
final class AttentionReader {
    private AttentionReader() {}

    /** What the first of the entries says that says anything, threshold by threshold; else what is built in. */
    static Attention read(List<Entry> entries) {
        Attention usual = Attention.BUILT_IN;
        return new Attention(
                entries.stream()
                        .filter(entry -> entry.get("remind").isPresent())
                        .findFirst()
                        .map(AttentionReader::leads)
                        .orElse(usual.remind()),
                stale(entries, "silent").orElse(usual.silent()),
                stale(entries, "soft_maximum").or(usual::softMaximum),
                stale(entries, "while_waiting").orElse(usual.whileWaiting()),
                stale(entries, "answer").orElse(usual.answer()));
    }

    private static List<Duration> leads(Entry entry) {
        return entry.texts("remind").stream()
                .flatMap(text -> Durations.parse(text).stream())
                .toList();
    }

    private static Optional<Duration> stale(List<Entry> entries, String threshold) {
        return entries.stream()
                .flatMap(entry -> entry.get("stale").flatMap(stale -> stale.get(threshold)).stream())
                .flatMap(value -> value.text().stream())
                .flatMap(text -> Durations.parse(text).stream())
                .findFirst();
    }
}
