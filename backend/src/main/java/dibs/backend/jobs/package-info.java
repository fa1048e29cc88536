/** When what is due is looked for: the one place that knows Quartz. */
@NullMarked
package dibs.backend.jobs;

import org.jspecify.annotations.NullMarked;
