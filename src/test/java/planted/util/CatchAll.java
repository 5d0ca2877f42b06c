package planted.util;

/** Planted: a package named for nothing. */
public class CatchAll {
}
