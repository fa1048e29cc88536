package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.person.PersonId;
import dibs.backend.policy.Moment;
import dibs.backend.policy.MomentSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who holds and who uses an environment now. */
public final class LeaseMoments implements MomentSource {
    private final LeaseService leases;
    private final UseService uses;

    public LeaseMoments(LeaseService leases, UseService uses) {
        this.leases = leases;
        this.uses = uses;
    }

    @Override
    public Moment of(Environment leased, PersonId asker, Instant now) {
        Optional<Moment.Holder> holder = leases.holding(leased, now).stream()
                .map(lease -> new Moment.Holder(
                        lease.holder().name(), lease.environment().value(), lease.until(), lease.belongsTo(asker)))
                .min(Comparator.comparing(Moment.Holder::mine));
        List<String> users = uses.of(leased, now).stream()
                .map(use -> use.person().name())
                .distinct()
                .toList();
        return new Moment(holder, users, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
