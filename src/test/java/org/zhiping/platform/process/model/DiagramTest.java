package org.zhiping.platform.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every process is valid BPMN by the schema and opens in Camunda Modeler as a tidy diagram. */
class DiagramTest {

    static Stream<String> processes() {
        return ShippedModels.read().keySet().stream().filter(name -> name.endsWith(".bpmn"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingIsDrawn(String resource) {
        BpmnModelInstance model = parse(resource);
        assertThat(ids(model, FlowNode.class)).isSubsetOf(shapes(model).keySet());
        assertThat(ids(model, SequenceFlow.class)).isSubsetOf(model.getModelElementsByType(BpmnEdge.class).stream()
                .map(edge -> edge.getBpmnElement().getId()).toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void shapesDoNotOverlap(String resource) {
        List<BpmnShape> shapes = new ArrayList<>(shapes(parse(resource)).values());
        shapes.removeIf(shape -> shape.getBpmnElement() instanceof BoundaryEvent || Boolean.TRUE.equals(shape.isExpanded()));
        for (BpmnShape one : shapes) {
            assertThat(shapes).filteredOn(other -> other != one && overlap(one.getBounds(), other.getBounds())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void flowsRunAtRightAnglesFromBorderToBorder(String resource) {
        BpmnModelInstance model = parse(resource);
        Map<String, BpmnShape> shapes = shapes(model);
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
            for (int i = 1; i < points.size(); i++) {
                assertThat(straight(points.get(i - 1), points.get(i))).as(flow.getId()).isTrue();
            }
            assertThat(onBorder(points.get(0), shapes.get(flow.getSource().getId()).getBounds())).as(flow.getId()).isTrue();
            assertThat(onBorder(points.get(points.size() - 1), shapes.get(flow.getTarget().getId()).getBounds())).as(flow.getId()).isTrue();
        }
    }

    private static BpmnModelInstance parse(String resource) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(ShippedModels.read().get(resource)));
        Bpmn.validateModel(model);
        return model;
    }

    private static List<String> ids(BpmnModelInstance model, Class<? extends BaseElement> type) {
        return model.getModelElementsByType(type).stream().map(BaseElement::getId).toList();
    }

    private static Map<String, BpmnShape> shapes(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .collect(Collectors.toMap(shape -> shape.getBpmnElement().getId(), shape -> shape));
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getX() < other.getX() + other.getWidth() && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight() && other.getY() < one.getY() + one.getHeight();
    }

    private static boolean straight(Waypoint from, Waypoint to) {
        return from.getX().equals(to.getX()) || from.getY().equals(to.getY());
    }

    private static boolean onBorder(Waypoint point, Bounds bounds) {
        boolean inside = within(point.getX(), bounds.getX(), bounds.getWidth()) && within(point.getY(), bounds.getY(), bounds.getHeight());
        return inside && (ends(point.getX(), bounds.getX(), bounds.getWidth()) || ends(point.getY(), bounds.getY(), bounds.getHeight()));
    }

    private static boolean within(double value, double start, double length) {
        return value >= start && value <= start + length;
    }

    private static boolean ends(double value, double start, double length) {
        return value == start || value == start + length;
    }
}
