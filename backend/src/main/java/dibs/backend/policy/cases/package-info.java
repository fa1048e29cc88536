/** Written cases: questions with the verdict that they have to get. Read {@link dibs.backend.policy.cases.CaseJudge} first. */
@NullMarked
package dibs.backend.policy.cases;

import org.jspecify.annotations.NullMarked;
