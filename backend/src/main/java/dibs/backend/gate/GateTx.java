package dibs.backend.gate;

import dibs.backend.history.HistoryTx;
import dibs.backend.notice.NoticeTx;

/** What a transaction about gates and freezes may reach. */
public interface GateTx extends HistoryTx, NoticeTx {
    GateRows gates();

    FreezeRows freezes();
}
