package dibs.backend.lease;

import dibs.backend.gate.GateTx;
import dibs.backend.history.HistoryTx;
import dibs.backend.notice.NoticeTx;
import dibs.backend.person.PeopleTx;

/** What a transaction about leases may reach. */
public interface LeaseTx extends PeopleTx, HistoryTx, NoticeTx, GateTx {
    LeaseRows leases();

    PendingRows pending();

    WaitRows waiting();

    WindowRows windows();

    WatchRows watches();

    TidyRows tidying();

    ReservationRows reservations();

    UseRows uses();

    ReminderRows reminders();

    QuestionRows questions();
}
