/** The fake Slack's Web API and response addresses, over HTTP. */
@NullMarked
package dibs.fakeslack.web;

import org.jspecify.annotations.NullMarked;
