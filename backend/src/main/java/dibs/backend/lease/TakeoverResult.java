package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.gate.Gate;
import java.util.List;

/** What became of a wish to take something over. */
public sealed interface TakeoverResult {
    /**
     * It is the asker's now.
     *
     * @param before the lease that it was taken from
     */
    record Taken(Lease lease, Lease before) implements TakeoverResult {}

    /** The holder was asked and has until then to keep it; to be asked for again after that and before the wish lapses. */
    record Asked(Takeover takeover, Lease lease) implements TakeoverResult {}

    /** Somebody else has asked for it already, and the wish has not lapsed. */
    record AskedByOther(Takeover takeover, Lease lease) implements TakeoverResult {}

    /** Its lease is followed by a reservation that has begun, so nobody else can have it. */
    record Reserved(Lease lease, Blocker by) implements TakeoverResult {}

    /** Its gate is shut, or that of a part or of the whole; nothing was changed and nobody asked. */
    record Shut(EnvironmentId environment, List<Gate> gates) implements TakeoverResult {
        public Shut {
            gates = List.copyOf(gates);
        }
    }

    /** Nobody has it: claim it. */
    record Free(EnvironmentId environment) implements TakeoverResult {}

    /** It is the asker's already. */
    record Yours(Lease lease) implements TakeoverResult {}

    /** It is held as a part of something else, or in several parts: each is taken over by its own name. */
    record Parts(EnvironmentId environment, List<Lease> leases) implements TakeoverResult {}
}
