package planted.visit;

import java.util.List;
import org.zhiping.platform.process.ProcessBean;

/** What the models of {@code src/test/resources/models} call. It is never run: its signatures are all that the rules look at. */
@ProcessBean("visits")
public class VisitSteps {

    public boolean begin(String visitNumber, String when) {
        return !when.isEmpty();
    }

    public void tell(String visitNumber, String person) {
    }

    public List<String> people(String visitNumber) {
        return List.of(visitNumber);
    }

    public String due(String visitNumber) {
        return visitNumber;
    }

    public String day(String visitNumber) {
        return visitNumber;
    }

    public Object facts(String visitNumber) {
        return visitNumber;
    }

    String hidden() {
        return "";
    }
}
