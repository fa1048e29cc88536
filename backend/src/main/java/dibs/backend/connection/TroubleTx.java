package dibs.backend.connection;

import dibs.backend.notice.NoticeTx;
import dibs.backend.person.PeopleTx;

/** What a transaction about troubles may reach. */
public interface TroubleTx extends PeopleTx, NoticeTx {
    TroubleRows troubles();
}
