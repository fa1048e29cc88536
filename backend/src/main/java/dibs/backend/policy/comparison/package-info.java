/** What a change of the rules or of the catalog does to verdicts. Read {@link dibs.backend.policy.comparison.VerdictComparison} first. */
@NullMarked
package dibs.backend.policy.comparison;

import org.jspecify.annotations.NullMarked;
