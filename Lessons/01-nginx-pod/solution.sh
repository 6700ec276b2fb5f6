# step: apply
kubectl apply -f nginx-pod.yaml
kubectl wait --for=condition=Ready pod/nginx-pod --timeout=60s
# step: find
kubectl get pods -l app=nginx-app
# step: describe
kubectl describe pod nginx-pod
# step: label
kubectl label pod nginx-pod tier=front
# step: delete
kubectl delete pod nginx-pod
kubectl get pods
