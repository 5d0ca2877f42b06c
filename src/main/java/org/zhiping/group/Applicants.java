package org.zhiping.group;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhiping.identity.MailAddress;
import org.zhiping.intake.Claims;
import org.zhiping.intake.Prospects;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Refusal.Fault;

/** Makes claims of the cells of a row; what is wrong with them is asked of the intake, as for everybody who applies alone. */
@Component
class Applicants {

    private static final Pattern ENTRY = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");
    private static final Set<String> OUTSIDE_CLAIMS = Set.of("name", "email", "level", "direction");
    private static final String ID_TYPE = "person.idType";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} .·•'’()（）-]{0,63}");

    private final ObjectMapper json;

    Applicants(ObjectMapper json) {
        this.json = json;
    }

    /** The cells' own faults and what is missing; see {@link #check} for the rest. */
    Applicant of(SheetRow row) {
        List<Fault> faults = new ArrayList<>(row.faults());
        if (row.cell("name").isEmpty() && faults.stream().noneMatch(fault -> fault.field().equals("name"))) {
            faults.add(new Fault("name", "cell-empty"));
        } else if (!row.cell("name").isEmpty() && !NAME.matcher(row.cell("name")).matches()) {
            faults.add(new Fault("name", "account-name"));
        }
        if (row.cell("level").isEmpty() && faults.stream().noneMatch(fault -> fault.field().equals("level"))) {
            faults.add(new Fault("level", "cell-empty"));
        }
        if (row.cell("person.phone").isEmpty() && row.cell("email").isEmpty()) {
            faults.add(new Fault("person.phone", "contact-missing"));
        }
        try {
            MailAddress.of(row.cell("email"));
        } catch (Refusal wrong) {
            wrong.faults().forEach(fault -> faults.add(new Fault("email", fault.code(), fault.args())));
        }
        return new Applicant(row.cell("name"), row.cell("person.phone"), row.cell("email"), row.cell("level"), row.cell("direction"),
                claims(row.cells()), faults);
    }

    /** Of a row that was found to be without faults. */
    Applicant of(int line, Map<String, String> cells) {
        return of(new SheetRow(line, cells, List.of()));
    }

    /** Adds what the intake finds; a cell that could not be read is told once. */
    static List<Fault> all(Applicant applicant, Prospects.Prospect prospect) {
        List<Fault> all = new ArrayList<>(applicant.faults());
        prospect.faults().stream().filter(fault -> all.stream().noneMatch(known -> fault.field().equals(known.field()))).forEach(all::add);
        return all;
    }

    private Claims claims(Map<String, String> cells) {
        ObjectNode tree = json.createObjectNode();
        cells.forEach((path, text) -> {
            Matcher entry = ENTRY.matcher(path);
            if (entry.matches()) {
                ((ObjectNode) at(tree.withArray("/" + entry.group(1)), Integer.parseInt(entry.group(2)))).put(entry.group(3), text);
            } else if (!OUTSIDE_CLAIMS.contains(path)) {
                tree.withObject("/" + path.substring(0, path.indexOf('.'))).put(path.substring(path.indexOf('.') + 1), text);
            }
        });
        if (!cells.containsKey(ID_TYPE)) {
            tree.withObject("/person").put("idType", "RESIDENT_ID");
        }
        return json.convertValue(closed(tree), Claims.class);
    }

    private static Object at(ArrayNode list, int index) {
        while (list.size() <= index) {
            list.addObject();
        }
        return list.get(index);
    }

    /** Somebody may leave the second job empty and fill in the third. */
    private static ObjectNode closed(ObjectNode tree) {
        tree.properties().stream().filter(entry -> entry.getValue().isArray()).toList().forEach(entry -> {
            ArrayNode filled = tree.arrayNode();
            entry.getValue().forEach(one -> {
                if (!one.isEmpty()) {
                    filled.add(one);
                }
            });
            tree.set(entry.getKey(), filled);
        });
        return tree;
    }
}
