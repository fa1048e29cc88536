package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.gate.Freeze;
import dibs.backend.gate.FreezeService;
import dibs.backend.gate.GateService;
import dibs.backend.person.PersonId;
import dibs.backend.policy.HealthSource;
import dibs.backend.policy.Moment;
import dibs.backend.policy.MomentSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who holds and who uses an environment now, what probes say of it, its gate, and what is in flight. */
public final class LeaseMoments implements MomentSource {
    private final LeaseService leases;
    private final UseService uses;
    private final HealthSource health;
    private final GateService gates;
    private final FreezeService freezes;

    /** @param health what probes say; nothing of what nobody looks at */
    public LeaseMoments(
            LeaseService leases, UseService uses, HealthSource health, GateService gates, FreezeService freezes) {
        this.leases = leases;
        this.uses = uses;
        this.health = health;
        this.gates = gates;
        this.freezes = freezes;
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
        Optional<Moment.Gate> gate = gates.concerning(List.of(leased.id()), leased.units(), now).stream()
                .filter(it -> it.shut(now))
                .findFirst()
                .map(it -> new Moment.Gate(it.state().word(), false, Optional.of(it.reason()), it.opens(now)));
        // The one that lasts longest stands for all.
        Optional<Moment.Freeze> freeze = freezes.inFlight(now).stream()
                .max(Comparator.comparing(Freeze::until))
                .map(it -> new Moment.Freeze(it.what(), it.by().name(), it.until()));
        return new Moment(holder, users, health.of(leased, now), gate, freeze);
    }
}
