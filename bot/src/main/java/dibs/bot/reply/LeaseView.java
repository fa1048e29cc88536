package dibs.bot.reply;

import dibs.backend.environment.UnitName;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.Lease;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A lease, or what stands in the way like one, as scripts see it.
 *
 * @param id of the lease; nothing for what is offered or reserved
 * @param token of the lease; nothing for what is offered or reserved
 * @param purpose why; whoever shows it asks who may read it
 * @param state {@code held}, {@code released}, {@code expired}, {@code offered}, {@code reserved} …
 */
public record LeaseView(
        Optional<String> id,
        String environment,
        List<String> units,
        String holder,
        List<String> helpers,
        Optional<Long> token,
        Instant since,
        Instant until,
        Optional<Inline.Purpose> purpose,
        String state) {

    /** A lease as it is. */
    public static LeaseView of(Lease lease) {
        return new LeaseView(
                Optional.of(lease.id().value()),
                lease.environment().value(),
                names(lease.units()),
                lease.holder().name(),
                lease.helpers().stream().map(PersonRef::name).toList(),
                Optional.of(lease.token().value()),
                lease.since(),
                lease.until(),
                Inline.Purpose.of(lease),
                lease.state().name().toLowerCase(Locale.ROOT));
    }

    /** What stands in the way. */
    public static LeaseView of(Blocker blocker) {
        return blocker.lease()
                .map(LeaseView::of)
                .orElseGet(() -> new LeaseView(
                        Optional.empty(),
                        blocker.environment().value(),
                        names(blocker.units()),
                        blocker.by().name(),
                        List.of(),
                        Optional.empty(),
                        blocker.from(),
                        blocker.until(),
                        Optional.empty(),
                        blocker.state().name().toLowerCase(Locale.ROOT)));
    }

    private static List<String> names(List<UnitName> units) {
        return units.stream().map(UnitName::value).toList();
    }
}
