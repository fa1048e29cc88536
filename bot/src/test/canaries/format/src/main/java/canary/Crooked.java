package canary;

/** Right, but not as the formatter writes it. */
public final class Crooked {
  private Crooked( ) { }
}
