/**
 * The isolation rules and what they say of a question. Read {@link dibs.backend.policy.PolicyEngine} first. Nothing here
 * knows the name of a real service: rules and catalog are data.
 */
@NullMarked
package dibs.backend.policy;

import org.jspecify.annotations.NullMarked;
