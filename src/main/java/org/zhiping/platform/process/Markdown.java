package org.zhiping.platform.process;

/** Text that people typed, made fit for the markdown of a form. */
public final class Markdown {

    private Markdown() {
    }

    /** The text as it was typed: nothing in it is a link, emphasis, markup or a template. */
    public static String plain(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]()<>#+\\-!|~&])", "\\\\$1").replaceAll("\\s*\\R\\s*", "  \n");
    }

    public static String link(String label, String path) {
        return "[" + plain(label) + "](" + path + ")";
    }
}
