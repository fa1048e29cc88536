/** The house's own rules, and the proof that each of them bites; read {@link dibs.architecture.Layers} first. */
@NullMarked
package dibs.architecture;

import org.jspecify.annotations.NullMarked;
