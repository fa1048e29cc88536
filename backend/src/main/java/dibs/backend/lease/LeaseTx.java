package dibs.backend.lease;

import dibs.backend.history.History;
import dibs.backend.notice.Outbox;
import dibs.backend.person.People;

/** What a transaction about leases may reach. */
public interface LeaseTx {
    LeaseRows leases();

    People people();

    History history();

    Outbox outbox();
}
