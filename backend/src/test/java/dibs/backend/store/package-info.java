/** The promises of the store, kept on each engine: one kit, {@link dibs.backend.store.LeaseStoreContract}, and a few lines an engine. */
@NullMarked
package dibs.backend.store;

import org.jspecify.annotations.NullMarked;
