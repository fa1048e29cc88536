/** A real homeserver for the tests, and people who use it over its own API. */
@NullMarked
package dibs.synapse;

import org.jspecify.annotations.NullMarked;
