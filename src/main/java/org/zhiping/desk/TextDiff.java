package org.zhiping.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What became of a text, word by word; a Chinese character is a word. */
final class TextDiff {

    /** @param change {@code same}, {@code gone} or {@code new} */
    public record Piece(String change, String text) {
    }

    /** Longer texts are shown as gone and new as a whole, for comparing takes the product of their lengths. */
    private static final int MOST_WORDS = 3_000;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+|\\s+|.", Pattern.DOTALL);

    private TextDiff() {
    }

    static List<Piece> of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            return List.of(new Piece("gone", before), new Piece("new", after));
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                add(pieces, "same", old.get(i++));
                j++;
            } else if (j >= now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(pieces, "gone", old.get(i++));
            } else {
                add(pieces, "new", now.get(j++));
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String change, String word) {
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).change().equals(change)) {
            pieces.set(last, new Piece(change, pieces.get(last).text() + word));
        } else {
            pieces.add(new Piece(change, word));
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
