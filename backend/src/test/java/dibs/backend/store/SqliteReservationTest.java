package dibs.backend.store;

/** Reservations on SQLite. */
final class SqliteReservationTest extends ReservationContract {
    SqliteReservationTest() {
        super(TestStore.sqlite());
    }
}
