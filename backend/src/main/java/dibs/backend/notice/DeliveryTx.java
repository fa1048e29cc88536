package dibs.backend.notice;

import dibs.backend.person.PeopleTx;

/** What a transaction about deliveries may reach. */
public interface DeliveryTx extends PeopleTx {
    DeliveryRows deliveries();
}
