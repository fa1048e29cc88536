/** Who speaks: accounts, the persons behind them, their zone, hours and roles; read {@link dibs.backend.person.Person} first. */
@NullMarked
package dibs.backend.person;

import org.jspecify.annotations.NullMarked;
