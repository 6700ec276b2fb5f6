# fails: stopped
kubectl apply -f nginx-pod.yaml
kubectl wait --for=condition=Ready pod/nginx-pod --timeout=60s
kubectl get pods -l app=nginx-app
kubectl describe pod nginx-pod
kubectl label pod nginx-pod tier=front
