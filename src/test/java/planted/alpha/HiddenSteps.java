package planted.alpha;

import java.util.List;
import org.zhiping.platform.process.ProcessBean;

/** Planted: a process bean that is package-private and takes more than plain values. */
@ProcessBean("planted")
class HiddenSteps {

    public void take(List<String> values) {
    }
}
