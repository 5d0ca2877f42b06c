package org.zhiping.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.zhiping.platform.Refusal;

/**
 * Refuses a PDF that does something when it is opened: scripts, programs, forms that send themselves, files inside
 * the file. Every object is looked at, also those that no page refers to. A PDF that needs a password is refused, for nobody
 * could review it; one that everybody may read and only its author may change is as good as any other.
 */
class ActiveContent {

    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "GoToR",
            "Rendition", "RichMediaExecute", "Movie", "Sound");
    private static final Set<String> ENTRIES = Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMedia",
            "RichMediaContent");

    /** @return the number of pages, at least one */
    int pages(Content pdf) {
        try (PDDocument document = Pdfs.open(pdf)) {
            if (document.getNumberOfPages() == 0) {
                throw Refusal.invalid("file", "file-damaged");
            }
            refuse(document.getDocument());
            return document.getNumberOfPages();
        } catch (InvalidPasswordException locked) {
            throw Refusal.invalid("file", "file-encrypted");
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : Refusal.invalid("file", "file-damaged");
        }
    }

    private static void refuse(COSDocument document) {
        Deque<COSBase> open = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        open.add(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            open.add(document.getObjectFromPool(key));
        }
        while (!open.isEmpty()) {
            COSBase item = open.pop();
            COSBase base = item instanceof COSObject reference ? reference.getObject() : item;
            if (base == null || !seen.add(base)) {
                continue;
            }
            if (base instanceof COSDictionary dictionary) {
                refuse(dictionary);
                dictionary.getValues().forEach(open::push);
            } else if (base instanceof COSArray array) {
                array.forEach(element -> {
                    if (element != null) {
                        open.push(element);
                    }
                });
            }
        }
    }

    private static void refuse(COSDictionary dictionary) {
        boolean acts = dictionary.getDictionaryObject(COSName.S) instanceof COSName action && ACTIONS.contains(action.getName())
                || dictionary.keySet().stream().anyMatch(entry -> ENTRIES.contains(entry.getName()));
        if (acts) {
            throw Refusal.invalid("file", "file-active-content");
        }
    }
}
