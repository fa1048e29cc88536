/** How the fake Slack reaches an app: signed requests, or Socket Mode. */
@NullMarked
package dibs.fakeslack.delivery;

import org.jspecify.annotations.NullMarked;
