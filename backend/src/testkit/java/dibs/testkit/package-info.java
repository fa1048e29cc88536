/** Stand-ins that tests of every module share. */
@NullMarked
package dibs.testkit;

import org.jspecify.annotations.NullMarked;
